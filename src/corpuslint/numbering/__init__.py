"""What breaks in a document's numbering: each module finds one kind of defect in the outline."""
