"""`python -m bot run`, with what only a measurement changes.

The card after a photo waits two seconds for more photos before it leaves (`evidence_card.QUIET`). A wait is no work,
and the peers have none, so here it is zero; that gives the product more to do, not less: every photo gets a card.
With PROFILE set, what the process did is written there for `pstats`.
"""

import asyncio
import cProfile
import os
import sys
from datetime import timedelta

from bot.commands.run import run
from handlers.member import evidence_card


def main() -> int:
    """Run until SIGTERM."""
    evidence_card.QUIET = timedelta(0)
    file = os.environ.pop("PROFILE", "")
    if not file:
        return asyncio.run(run())
    profile = cProfile.Profile()
    status = profile.runcall(asyncio.run, run())
    profile.dump_stats(file)
    return status


if __name__ == "__main__":
    sys.exit(main())
