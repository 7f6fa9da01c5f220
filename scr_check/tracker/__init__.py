"""The tracker: the action plans of many reviews as an Excel workbook, written and read back; knows openpyxl."""
