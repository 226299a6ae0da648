"""``python -m chitieu``."""

from chitieu.cli import main

if __name__ == "__main__":
    main()
