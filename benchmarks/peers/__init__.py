"""The same conversation in other libraries; run by an interpreter that has them."""
