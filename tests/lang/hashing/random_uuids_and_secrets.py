"""What is made by chance has the right shape."""
import secrets
import uuid
a, b = uuid.uuid4(), uuid.uuid4()
print(a.version, a.variant, a != b, len(str(a)), str(a).count('-'), uuid.uuid1().version)
print(len(secrets.token_bytes()), len(secrets.token_hex(8)), len(secrets.token_urlsafe(16)), 0 <= secrets.randbelow(10) < 10, secrets.randbits(70).bit_length() <= 70)
print(secrets.choice([7]), secrets.compare_digest('a', 'a'), secrets.token_hex(4) != secrets.token_hex(4))
try:
    secrets.randbelow(0)
except ValueError as error:
    print(error)
