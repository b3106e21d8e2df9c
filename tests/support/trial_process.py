"""The product as a process of its own (`python -m tests.support.trial_process run`) that also knows the trial."""

import os

settings = dict(os.environ)

import handlers  # noqa: E402
from bot.__main__ import main  # noqa: E402
from tests.bot.test_road import TRIAL  # noqa: E402

os.environ.update(settings)  # the tests' conftest takes the operator's away
handlers.CONVERSATIONS = (*handlers.CONVERSATIONS, TRIAL)
handlers.BY_NAME["trial"] = TRIAL

if __name__ == "__main__":
    main()
