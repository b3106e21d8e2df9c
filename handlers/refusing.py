"""What a rule's refusal says, in a chat and on a page."""

import re

from handlers.conversation import Text
from journey.refusal import Refused


def refusal_text(refusal: Refused) -> Text:
    """Return the sentence of a refusal: `refusal.<its-name>`, its facts as variables."""
    key = re.sub(r"(?<!^)(?=[A-Z])", "-", type(refusal).__name__).lower()
    return Text(f"refusal.{key}", dict(vars(refusal)))
