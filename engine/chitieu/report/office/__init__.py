"""Documents for an office: the workbook to fill in, with formulas that judge, and reports as xlsx, docx and html."""
