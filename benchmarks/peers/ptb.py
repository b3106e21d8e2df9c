"""The conversation in python-telegram-bot: `Application`, `ConversationHandler`, no persistence, one at a time."""

import os

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)

CHOOSE, CONFIRM, FIRST, SECOND, DONE = range(5)
Context = ContextTypes.DEFAULT_TYPE


async def _say(update: Update, number: int, *buttons: str) -> None:
    assert update.effective_chat is not None
    rows = [[InlineKeyboardButton(each, callback_data=each)] for each in buttons]
    await update.effective_chat.send_message(
        f"step {number}: Bạn hãy chọn việc tiếp theo.", reply_markup=InlineKeyboardMarkup(rows) if rows else None
    )


async def start(update: Update, _: Context) -> int:
    """Ask for the task."""
    await _say(update, 1, "choose RL1", "choose RL6")
    return CHOOSE


async def choose(update: Update, context: Context) -> int:
    """Keep the task, ask whether it is right."""
    assert update.callback_query is not None
    assert context.user_data is not None
    context.user_data["task"] = update.callback_query.data
    await _say(update, 2, "confirm")
    return CONFIRM


async def confirm(update: Update, _: Context) -> int:
    """Ask for the photos."""
    await _say(update, 3)
    return FIRST


async def first(update: Update, context: Context) -> int:
    """Keep a photo."""
    assert update.message is not None
    assert context.user_data is not None
    context.user_data["photos"] = [update.message.photo[-1].file_id]
    await _say(update, 4)
    return SECOND


async def second(update: Update, context: Context) -> int:
    """Keep the other one."""
    assert update.message is not None
    assert context.user_data is not None
    context.user_data["photos"].append(update.message.photo[-1].file_id)
    await _say(update, 5)
    return DONE


async def done(update: Update, context: Context) -> int:
    """End."""
    assert context.user_data is not None
    context.user_data.clear()
    await _say(update, 6)
    return ConversationHandler.END


def main() -> None:
    """Serve the webhook of the environment."""
    app = (
        Application.builder()
        .token(os.environ["TOKEN"])
        .base_url(f"{os.environ['API_URL']}/bot")
        .concurrent_updates(False)
        .build()
    )
    app.add_handler(
        ConversationHandler(
            [CommandHandler("start", start)],
            {
                CHOOSE: [CallbackQueryHandler(choose, "^choose")],
                CONFIRM: [CallbackQueryHandler(confirm, "^confirm")],
                FIRST: [MessageHandler(filters.PHOTO, first)],
                SECOND: [MessageHandler(filters.PHOTO, second)],
                DONE: [CommandHandler("done", done)],
            },
            [CommandHandler("start", start)],
        )
    )
    port = int(os.environ["PORT"])
    app.run_webhook(
        "127.0.0.1", port, "hook", webhook_url=f"http://127.0.0.1:{port}/hook", secret_token=os.environ["SECRET"]
    )


if __name__ == "__main__":
    main()
