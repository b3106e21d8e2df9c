"""What a rule says no with."""


class Refused(Exception):
    """Base of every refusal of a rule; carries ids and limits, never a sentence for people.

    A conversation turns it into a message; any other exception is a defect.
    """
