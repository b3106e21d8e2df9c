"""The conversation in aiogram 3: a `Dispatcher` with `MemoryStorage` behind its aiohttp webhook handler."""
# mypy: disable-error-code="misc,untyped-decorator"

import os

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web


class HandIn(StatesGroup):
    """Where somebody is."""

    choose = State()
    confirm = State()
    first = State()
    second = State()
    done = State()


dispatcher = Dispatcher(storage=MemoryStorage())


async def _say(message: Message, number: int, *buttons: str) -> None:
    rows = [[InlineKeyboardButton(text=each, callback_data=each)] for each in buttons]
    markup = InlineKeyboardMarkup(inline_keyboard=rows) if rows else None
    await message.answer(f"step {number}: Bạn hãy chọn việc tiếp theo.", reply_markup=markup)


@dispatcher.message(Command("start"))
async def start(message: Message, state: FSMContext) -> None:
    """Ask for the task."""
    await state.set_state(HandIn.choose)
    await _say(message, 1, "choose RL1", "choose RL6")


@dispatcher.callback_query(HandIn.choose, F.data.startswith("choose"))
async def choose(query: CallbackQuery, state: FSMContext) -> None:
    """Keep the task, ask whether it is right."""
    await state.update_data(task=query.data)
    await state.set_state(HandIn.confirm)
    assert isinstance(query.message, Message)
    await _say(query.message, 2, "confirm")


@dispatcher.callback_query(HandIn.confirm, F.data == "confirm")
async def confirm(query: CallbackQuery, state: FSMContext) -> None:
    """Ask for the photos."""
    await state.set_state(HandIn.first)
    assert isinstance(query.message, Message)
    await _say(query.message, 3)


@dispatcher.message(HandIn.first, F.photo)
async def first(message: Message, state: FSMContext) -> None:
    """Keep a photo."""
    assert message.photo
    await state.update_data(photos=[message.photo[-1].file_id])
    await state.set_state(HandIn.second)
    await _say(message, 4)


@dispatcher.message(HandIn.second, F.photo)
async def second(message: Message, state: FSMContext) -> None:
    """Keep the other one."""
    assert message.photo
    kept = await state.get_data()
    await state.update_data(photos=[*kept["photos"], message.photo[-1].file_id])
    await state.set_state(HandIn.done)
    await _say(message, 5)


@dispatcher.message(HandIn.done, Command("done"))
async def done(message: Message, state: FSMContext) -> None:
    """End."""
    await state.clear()
    await _say(message, 6)


def main() -> None:
    """Serve the webhook of the environment."""
    port, secret = int(os.environ["PORT"]), os.environ["SECRET"]
    server = TelegramAPIServer.from_base(os.environ["API_URL"])
    bot = Bot(os.environ["TOKEN"], session=AiohttpSession(api=server, limit=256))

    async def tell(bot: Bot) -> None:
        await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token=secret)

    dispatcher.startup.register(tell)
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=secret).register(app, "/hook")
    setup_application(app, dispatcher, bot=bot)
    web.run_app(app, host="127.0.0.1", port=port, access_log=None, print=None)


if __name__ == "__main__":
    main()
