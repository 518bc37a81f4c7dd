"""What our copies of pictures cost, beside other programs that make the same ones; see README.md."""
