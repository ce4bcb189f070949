package dev.standing.contracts.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standing.contracts.policy.SpecialCategories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourCatalogueTest {
    private final BehaviourCatalogue catalogue = BehaviourCatalogue.load();

    @Test
    void merchantCategoriesFindTheirGroup() {
        assertThat(catalogue.group("5411")).isEqualTo("groceries");
        assertThat(catalogue.group("3501")).isEqualTo("travel");
        assertThat(catalogue.group("1234")).isEqualTo(BehaviourCatalogue.OTHER);
        assertThat(catalogue.group(null)).isEqualTo(BehaviourCatalogue.OTHER);
    }

    @Test
    void noGroupHoldsWhatIsRefused() {
        for (int code = 0; code <= 9999; code++) {
            String merchantCategory = "%04d".formatted(code);
            if (SpecialCategories.revealedBy(merchantCategory).isPresent()) {
                assertThat(catalogue.group(merchantCategory))
                        .as(merchantCategory)
                        .isEqualTo(BehaviourCatalogue.OTHER);
            }
        }
    }

    @Test
    void noKindNamesASpecialCategory() {
        assertThat(catalogue.kinds().keySet()).isNotEmpty().noneMatch(SpecialCategories::namedIn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8651", "8661", "5698", "5912", "8011", "8062", "8099", "8699", "7273", "7297", "7298", "5973"})
    void merchantCategoryThatRevealsASpecialCategoryIsFound(String merchantCategory) {
        assertThat(SpecialCategories.revealedBy(merchantCategory)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5131", "5411", "5735", "6513", "8111", "8211", "7230", "7261", "8351", "7296", "7299", "7999"})
    void ordinaryMerchantCategoryIsNot(String merchantCategory) {
        assertThat(SpecialCategories.revealedBy(merchantCategory)).isEmpty();
    }
}
