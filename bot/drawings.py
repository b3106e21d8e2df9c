"""The pictures that are drawn when they leave, by the name the outbox keeps."""

from collections.abc import Mapping
from typing import Any

from papers import progress_picture as progress


def _progress(values: Mapping[str, Any]) -> bytes:
    card = progress.ProgressCard(
        **{
            **values,
            "categories": tuple(
                progress.CategoryBlock(
                    **{**block, "tasks": tuple(progress.TaskLine(**_stated(task)) for task in block["tasks"])}
                )
                for block in values["categories"]
            ),
            "legend": tuple(progress.LegendEntry(**_stated(entry)) for entry in values["legend"]),
        }
    )
    return progress.draw(card)


def _stated(values: Mapping[str, Any]) -> dict[str, Any]:
    return {**values, "state": progress.TaskState(values["state"])}


DRAWINGS = {"progress": _progress}
