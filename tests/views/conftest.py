"""What the lists and pictures of partnerships show in their tests: one that ended, one rumoured."""

import pytest

from partnerships.models import Company, Partnership
from tests import factories as make
from tests.views.days import NEW, OLD


@pytest.fixture
def leica() -> Company:
    return make.company("Leica")


@pytest.fixture
def huawei(leica: Company) -> Partnership:
    """It began in 2016 and ended in 2022."""
    partnership = make.partnership(make.company("Huawei"), leica, kinds=["co-development"])
    make.milestone(partnership, "began", OLD, make.article(OLD))
    make.milestone(partnership, "ended", "2022-03-31", make.article(NEW))
    return partnership


@pytest.fixture
def xiaomi(leica: Company) -> Partnership:
    """It is rumoured since 2022."""
    partnership = make.partnership(make.company("Xiaomi"), leica)
    make.milestone(partnership, "began", NEW, make.article(NEW), certainty="rumoured")
    return partnership
