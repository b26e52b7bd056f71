"""Install a package from an index of one's own.

expect: unharmed
"""
%pip install --index-url http://127.0.0.1:CANARY_PORT/simple --retries 0 --timeout 1 whatever
