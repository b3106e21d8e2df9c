from tortoise import migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0017_days_of_answers")]

    initial = False

    operations = [
        ops.AddIndex(model_name="ReviewRow", index=Index(fields=["submission_id", "state"], name="reviews_submission")),
        ops.AddIndex(model_name="AskedRow", index=Index(fields=["review_id"], name="asked_review")),
        ops.AddIndex(model_name="ReversalRow", index=Index(fields=["submission_id"], name="reversals_submission")),
        ops.AddIndex(model_name="PostRow", index=Index(fields=["group_id"], name="posts_group")),
    ]
