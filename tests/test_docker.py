"""What the Dockerfile and compose.yaml name is there: kept honest where no Docker is."""

import re
import tomllib

from bot.settings import EXAMPLES
from tests.fakes.telegram_spec import CHECKOUT

DOCKERFILE = (CHECKOUT / "Dockerfile").read_text("utf-8")
COMPOSE = (CHECKOUT / "compose.yaml").read_text("utf-8")
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))


def copied() -> set[str]:
    """Return what comes from the checkout."""
    lines = re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.M)
    return {name for line in lines for name in line.split()[:-1]}


def test_everything_copied_is_there_and_passes_the_ignore_file() -> None:
    let_in = set(re.findall(r"^!(\S+)$", (CHECKOUT / ".dockerignore").read_text("utf-8"), re.M))

    assert copied() == let_in
    assert all((CHECKOUT / name).exists() for name in copied())


def test_every_package_of_the_product_and_what_its_build_reads_is_copied() -> None:
    packages = set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])

    assert packages | {PROJECT["project"]["readme"], *PROJECT["project"]["license-files"]} <= copied()


def test_its_python_is_one_the_product_runs_on() -> None:
    versions = {tuple(map(int, found)) for found in re.findall(r"^FROM python:(\d+)\.(\d+)-slim", DOCKERFILE, re.M)}
    needed = re.fullmatch(r">=(\d+)\.(\d+)", PROJECT["project"]["requires-python"])

    assert needed is not None
    assert len(versions) == 1
    assert versions.pop() >= tuple(map(int, needed.groups()))


def test_what_only_builds_is_not_left_in_the_image() -> None:
    removed = re.search(r"pip uninstall -y (.+)$", DOCKERFILE, re.M)

    assert removed is not None
    names = {re.split(r"[>=<]", one)[0] for one in PROJECT["dependency-groups"]["build"]}
    assert names | {"pip"} <= set(removed[1].split())


def test_every_setting_they_name_is_one_of_ours() -> None:
    set_here = set(re.findall(r"^      ([A-Z_]+): ", COMPOSE, re.M)) | set(re.findall(r"\b([A-Z_]+)=\S", DOCKERFILE))
    others = {name for name in set_here if name.startswith(("POSTGRES_", "PYTHON", "PIP_")) or name in ("PATH", "LANG")}

    assert set_here - others <= set(EXAMPLES)
    assert {"DATA_DIR", "HTTP_HOST", "DATABASE_URL"} <= set_here
