import pytest

# A failed assertion in the shared module shows its values, as one in a test does.
pytest.register_assert_rewrite("tests.engines.support")
