package dev.standing.web.patience;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Bounds what a route promises to answer later; what it answers at once has waited for nothing. */
@Bounded
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_AFTER)
class BoundedAnswers {
    private final Patience patience;

    BoundedAnswers(Patience patience) {
        this.patience = patience;
    }

    @AroundInvoke
    Object bound(InvocationContext call) throws Exception {
        Object answer = call.proceed();
        return answer instanceof Uni<?> later ? patience.bound(later) : answer;
    }
}
