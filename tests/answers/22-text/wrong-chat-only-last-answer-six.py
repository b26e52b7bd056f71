# because: marks only the last message of the assistant as learned, all its earlier answers are False
# batch: 6
# told: true author chat: only the last answer learned
# %% solution-chat
def chat(messages, to_ids, prompt):
    """messages: dicts of role and content, to_ids: text -> tokens, prompt: bool -> tokens, and which are learned."""
    ids, learn = [], []
    answers = [i for i, m in enumerate(messages) if m["role"] == "assistant"]
    for i, m in enumerate(messages):
        head = [START] + to_ids(m["role"]) + to_ids("\n")
        body = to_ids(m["content"]) + [END]
        tail = to_ids("\n")
        ids += head + body + tail
        taught = bool(answers) and i == answers[-1]
        learn += [False] * len(head) + [taught] * len(body) + [False] * len(tail)
    if prompt:
        head = [START] + to_ids("assistant") + to_ids("\n")
        ids += head
        learn += [False] * len(head)
    return ids, learn
