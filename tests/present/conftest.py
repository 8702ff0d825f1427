"""The hand-made account that the faces are tested on."""

import pytest
from tests.present import ferry


@pytest.fixture
def account():
    return ferry.account()


@pytest.fixture
def story():
    return ferry.STORY
