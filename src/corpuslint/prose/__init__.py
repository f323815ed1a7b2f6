"""What is known of running text: how sentences and lines begin, end and go on."""
