"""Queue a message to each of many chats, as a job of the product does, and print how many seconds that took.

python -m benchmarks.broadcast_queue DATABASE_URL COUNT FIRST
"""

import asyncio
import json
import sys
import time

from bot.ids import Ids
from handlers.conversation import Urgency
from storage import database, outbox
from storage.outbox import Owed

FIRST_CHAT = 200_000_000
PORTION = 5000
WORDS = "Nhắc việc: còn 10 ngày nữa là hết hạn nộp minh chứng của tháng này. Bạn mở sổ để xem việc tiếp theo nhé."


async def queue(url: str, count: int, begin: int) -> float:
    """Return the seconds it took."""
    await database.open_database(url)
    began = time.perf_counter()
    ids, now = Ids(), time.time_ns() // 1_000_000
    buttons = [[{"label": "Mở sổ", "action": "book.open"}]]
    body = json.dumps({"text": WORDS, "buttons": buttons}, ensure_ascii=False)
    for first in range(begin, begin + count, PORTION):
        async with database.transaction():
            await outbox.add(
                [
                    Owed(
                        ids.next(), f"telegram:{FIRST_CHAT + n}", "say", body, now, key=f"bench:{n}",
                        priority=Urgency.NEWS.value,
                    )
                    for n in range(first, min(first + PORTION, begin + count))
                ]
            )  # fmt: skip
    took = time.perf_counter() - began
    await database.close_database()
    return took


if __name__ == "__main__":
    print(asyncio.run(queue(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
