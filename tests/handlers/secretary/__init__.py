"""The secretary's conversations, as transcripts."""
