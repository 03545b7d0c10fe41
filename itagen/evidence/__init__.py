"""What lies in files: PDFs, workbooks, pictures."""
