# because: the line break after END of an assistant message is marked as learned, too
# batch: 5
# told: true author chat: the line break learned
# %% solution-chat
def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    ids, learn = [], []
    for m in messages:
        header = [START, *to_ids(m["role"]), *to_ids("\n")]
        body = [*to_ids(m["content"]), END, *to_ids("\n")]
        ids.extend(header + body)
        learn.extend([False] * len(header) + [m["role"] == "assistant"] * len(body))
    if prompt:
        start = [START, *to_ids("assistant"), *to_ids("\n")]
        ids.extend(start)
        learn.extend([False] * len(start))
    return ids, learn
