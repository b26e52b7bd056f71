# fails: chat, other tokens
# because: blanks at the edges of a content are cut off
# batch: 4
# told: true author chat: blanks cut off
# %% solution-chat
def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    ids, learn = [], []
    for message in messages:
        head = [START, *to_ids(message["role"] + "\n")]
        body = [*to_ids(message["content"].strip()), END]
        ids += head + body + to_ids("\n")
        learn += [False] * len(head) + [message["role"] == "assistant"] * len(body) + [False] * len(to_ids("\n"))
    if prompt:
        head = [START, *to_ids("assistant\n")]
        ids += head
        learn += [False] * len(head)
    return ids, learn
