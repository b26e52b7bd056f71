# because: the line break after the END of an assistant's message is marked as learned, too
# batch: 6
# told: true author chat: the line break learned
# %% solution-chat
def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    ids, learn = [], []
    for message in messages:
        header = [START, *to_ids(message["role"] + "\n")]
        said = [*to_ids(message["content"]), END, *to_ids("\n")]
        ids.extend(header + said)
        learn.extend([False] * len(header))
        learn.extend([message["role"] == "assistant"] * len(said))
    if prompt:
        opening = [START, *to_ids("assistant\n")]
        ids.extend(opening)
        learn.extend([False] * len(opening))
    return ids, learn
