using System.Text;

namespace Nsdd311.Imports;

/// <summary>What reading a CSV file came to.</summary>
internal abstract record CsvReading
{
    private CsvReading() { }

    /// <summary>Its records in their order, blank lines left out. The header is number 1, as a spreadsheet shows it.</summary>
    public sealed record Read(List<CsvRecord> Records) : CsvReading;

    /// <summary>It is no CSV file.</summary>
    public sealed record Broken(int Row, string Because) : CsvReading;
}

/// <summary>One record.</summary>
internal sealed record CsvRecord(int Row, List<string> Fields);

/// <summary>Comma-separated values as RFC 4180 has them: quotes, doubled quotes, line breaks within quotes; CRLF or LF; UTF-8, with or without a mark.</summary>
internal static class CsvText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static CsvReading Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        try
        {
            return new Reader(Strict.GetString(bytes)).Read();
        }
        catch (DecoderFallbackException)
        {
            return new CsvReading.Broken(0, "Save the file as UTF-8; it holds bytes that are none.");
        }
    }

    private sealed class Reader(string text)
    {
        private readonly List<CsvRecord> records = [];
        private List<string> fields = [];
        private int at;
        private int row = 1;

        public CsvReading Read()
        {
            while (at < text.Length)
            {
                if (Field() is { } broken) return broken;
                if (at < text.Length && text[at] == ',') at++;
                else EndRecord();
            }

            if (fields.Count > 0) EndRecord();
            return new CsvReading.Read(records);
        }

        private CsvReading.Broken? Field() => at < text.Length && text[at] == '"' ? Quoted() : Bare();

        private CsvReading.Broken? Bare()
        {
            var start = at;
            while (at < text.Length && text[at] is not (',' or '\n'))
            {
                if (text[at] == '"') return Broken("a quote stands within a field; put the whole field in quotes and double the quotes in it.");
                if (text[at] == '\0') return Broken("a field holds a NUL character; remove it.");
                at++;
            }

            var end = at > start && at < text.Length && text[at] == '\n' && text[at - 1] == '\r' ? at - 1 : at;
            return Add(text[start..end]);
        }

        private CsvReading.Broken? Quoted()
        {
            var field = new StringBuilder();
            for (at++; at < text.Length; at++)
            {
                if (text[at] == '\0') return Broken("a field holds a NUL character; remove it.");
                if (text[at] != '"') field.Append(text[at]);
                else if (at + 1 < text.Length && text[at + 1] == '"') field.Append(text[at++]);
                else return AfterQuote(field.ToString());
            }

            return Broken("a quoted field is never closed; close it.");
        }

        private CsvReading.Broken? AfterQuote(string field)
        {
            at++;
            if (at < text.Length && text[at] == '\r') at++;
            return at >= text.Length || text[at] is ',' or '\n' ? Add(field) : Broken("something stands behind a closing quote; double the quotes within a field.");
        }

        private CsvReading.Broken? Add(string field)
        {
            fields.Add(field);

            // A comma at the very end of the text begins one more, empty, field.
            if (at == text.Length - 1 && text[at] == ',') fields.Add("");
            return null;
        }

        private void EndRecord()
        {
            if (fields is not [""]) records.Add(new(row, fields));
            fields = [];
            row++;
            at++;
        }

        private CsvReading.Broken Broken(string because) => new(row, $"Row {row}: {because}");
    }
}
