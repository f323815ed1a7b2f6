"""What can be wrong with headings: nothing under them, broken over lines, standing twice, decorated."""
