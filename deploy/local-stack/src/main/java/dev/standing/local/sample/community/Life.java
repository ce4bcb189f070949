package dev.standing.local.sample.community;

import java.util.List;
import java.util.SplittableRandom;

/** Lives a persona's two years, month by month, and writes them down. */
final class Life {

    private static final List<String> FOOD = List.of("5411", "5411", "5411", "5462", "5499");
    private static final List<String> THINGS = List.of("5732", "5651", "5942", "5712", "5691", "5310");
    private static final List<String> GAMES = List.of("5816", "5945");
    private static final int LOAN_INSTALMENTS = 9;

    private final Persona persona;
    private final Timeline timeline;
    private final SplittableRandom random;
    private final Diary diary;

    Life(Persona persona, Timeline timeline, SplittableRandom random) {
        this.persona = persona;
        this.timeline = timeline;
        this.random = random;
        this.diary = new Diary("m-" + persona.number(), timeline, random);
    }

    List<SampleRecord> live() {
        long rent = diary.around(95_000);
        long salary = diary.around(280_000);
        for (int month = persona.since(); month < Timeline.MONTHS; month++) {
            household(month, rent);
            food(month);
            online(month);
            hire(month);
            bank(month, salary);
            loan(month);
        }
        return diary.records();
    }

    private void household(int month, long rent) {
        if (persona.rents()) {
            diary.bill(Partners.LANDLORD, "rent", month, 1, rent, paysInTime(month));
        }
        if (persona.hasUtilities() && month % 3 == persona.number() % 3) {
            diary.bill(Partners.UTILITY, "utility", month, 10, diary.around(11_000), paysInTime(month));
        }
        if (persona.hasTelecom() && month % 2 == persona.number() % 2) {
            diary.bill(Partners.TELECOM, "telecom", month, 15, diary.around(3_900), paysInTime(month));
        }
        if (persona.hasTelecom() && month == 12) {
            diary.note(Partners.TELECOM, "subscription.kept", timeline.anyMoment(month, random));
        }
    }

    private void food(int month) {
        int baskets = persona.shopsForFood() && random.nextDouble() < 0.42 ? 1 + random.nextInt(2) : 0;
        for (int i = 0; i < baskets; i++) {
            diary.purchase(Partners.GROCER, timeline.anyMoment(month, random), diary.around(4_300), one(FOOD));
        }
    }

    private void online(int month) {
        if (persona.shopsOnline() && random.nextDouble() < 0.14) {
            diary.purchase(Partners.SHOP, timeline.anyMoment(month, random), diary.around(6_200), one(THINGS));
            diary.note(
                    Partners.SHOP,
                    random.nextDouble() < 0.12 ? "order.returned" : "order.fulfilled",
                    timeline.anyMoment(month, random));
        }
        if (persona.plays() && random.nextDouble() < 0.35) {
            diary.purchase(Partners.SHOP, timeline.anyMoment(month, random), diary.around(1_900), one(GAMES));
        }
    }

    private void hire(int month) {
        if (!persona.hires() || random.nextDouble() >= 0.14) {
            return;
        }
        boolean careful = random.nextDouble() < 0.4 + 0.6 * persona.punctuality();
        String moment = timeline.anyMoment(month, random);
        if (!careful && random.nextBoolean()) {
            diary.note(Partners.HIRE, "booking.missed", moment);
            return;
        }
        diary.note(Partners.HIRE, "booking.honoured", moment);
        diary.note(Partners.HIRE, careful ? "rental.returned" : "rental.damaged", moment);
    }

    private void bank(int month, long salary) {
        if (!persona.banks()) {
            return;
        }
        if (month == 0) {
            diary.note(Partners.BANK, "identity.verified", timeline.anyMoment(month, random));
            diary.note(Partners.BANK, "address.confirmed", timeline.anyMoment(month, random));
        }
        diary.amount(Partners.BANK, "income.received", timeline.moment(month, 27, random), salary);
        if (random.nextDouble() < 0.3 * persona.punctuality()) {
            diary.amount(Partners.BANK, "deposit.paid", timeline.moment(month, 28, random), diary.around(15_000));
        }
    }

    /** Nine instalments and then the last word, unless somebody stops paying on the way. */
    private void loan(int month) {
        int since = persona.loanMonth() < 0 ? -1 : month - persona.loanMonth();
        if (since == 0) {
            diary.amount(Partners.LENDER, "loan.opened", timeline.moment(month, 5, random), 180_000);
        } else if (since >= 1 && since <= LOAN_INSTALMENTS && !hasDefaulted()) {
            instalment(month);
        } else if (since == LOAN_INSTALMENTS + 1 && !hasDefaulted() && !persona.isStory()) {
            diary.amount(Partners.LENDER, "loan.repaid", timeline.moment(month, 5, random), 180_000);
        }
    }

    private void instalment(int month) {
        boolean inTime = paysInTime(month);
        if (inTime || random.nextDouble() < 0.7) {
            diary.bill(Partners.LENDER, "payment", month, 5, 20_000, inTime);
            return;
        }
        diary.amount(Partners.LENDER, "payment.missed", timeline.moment(month, 28, random), 20_000);
        if (random.nextDouble() < 0.5) {
            diary.amount(Partners.LENDER, "loan.defaulted", timeline.moment(month, 28, random), 180_000);
        }
    }

    private boolean hasDefaulted() {
        return diary.records().stream().anyMatch(record -> record.kind().equals("loan.defaulted"));
    }

    private boolean paysInTime(int month) {
        return random.nextDouble() < persona.punctualityIn(month);
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
