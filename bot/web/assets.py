"""What our pages are dressed in: style sheets, scripts, fonts, each by its name."""

from importlib.resources import files as package_files

from aiohttp import web

_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}


def asset(name: str) -> web.Response:
    """Return the file called `name`.

    Raises:
        web.HTTPNotFound: there is none.
    """
    suffix = name[name.rfind(".") :]
    folder = (
        package_files("papers").joinpath("fonts") if suffix == ".ttf" else package_files(__package__).joinpath("static")
    )
    file = folder.joinpath(name)
    if "/" in name or suffix not in _TYPES or not file.is_file():
        raise web.HTTPNotFound
    return web.Response(
        body=file.read_bytes(), content_type=_TYPES[suffix], charset="utf-8" if suffix != ".ttf" else None
    )
