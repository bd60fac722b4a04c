using System.Buffers;
using System.Text;
using RaidDocs.Domain.Common;

namespace RaidDocs.Domain.Importing;

/// <summary>A table of RFC 4180: cells parted by commas, or as some spreadsheets write it by semicolons or tabs.</summary>
public sealed class CsvTable(string file, long bytes, Func<Stream> open) : TableFile(file)
{
    private static readonly char[] Separators = [',', ';', '\t'];

    public override long Bytes => bytes;

    public override IEnumerable<TableRow> Rows(ImportReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        Encoding encoding;
        int mark;
        using (var sample = open())
        {
            (encoding, mark) = TextEncoding.Find(sample);
        }

        if (TextEncoding.IsThai(encoding))
        {
            report.Warn(File, 0, null, $"It was read as Windows-874 (Thai). If words look wrong in the report, save the file again as \"CSV UTF-8\"");
        }

        using var stream = open();
        Span<byte> skipped = stackalloc byte[3];
        stream.ReadExactly(skipped[..mark]);
        using var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, 64 * 1024);
        using var reader = new CsvReader(text);
        reader.Separator = Separators.MaxBy(reader.CountInFirstRow);
        while (reader.Read() is { } cells)
        {
            if (cells is not [""])
            {
                yield return new TableRow(reader.Row, cells.ConvertAll(CsvText.Meant));
            }
        }
    }
}

/// <summary>Reads records one after the other. A quotation mark that is never closed is told with the row where it stands.</summary>
internal sealed class CsvReader(TextReader text) : IDisposable
{
    private const int BufferLetters = 64 * 1024;
    private const int MostInRow = 2 * TableFile.MostLetters;

    private readonly StringBuilder _cell = new();
    private char[] _buffer = ArrayPool<char>.Shared.Rent(BufferLetters);
    private int _at;
    private int _end;
    private int _inRow;

    public char Separator { get; set; } = ',';

    /// <summary>The row that was read last; the head is 1.</summary>
    public int Row { get; private set; }

    /// <summary>How often it stands in the first line, outside quotation marks.</summary>
    public int CountInFirstRow(char separator)
    {
        if (_end == 0)
        {
            _end = text.ReadBlock(_buffer, 0, BufferLetters);
        }

        var (count, isQuoted) = (0, false);
        foreach (var letter in _buffer.AsSpan(0, _end))
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && letter is '\n' or '\r')
            {
                break;
            }
            else if (!isQuoted && letter == separator)
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Null at the end.</summary>
    public List<string>? Read()
    {
        if (Peek() < 0)
        {
            return null;
        }

        Row++;
        _inRow = 0;
        var cells = new List<string>();
        do
        {
            if (cells.Count == TableFile.MostColumns)
            {
                throw new BrokenTableException(Row, null, $"This row has more than {TableFile.MostColumns} columns. Is this the right file?");
            }

            cells.Add(Peek() == '"' ? Quoted(cells.Count + 1) : Plain());
        }
        while (Take(Separator));

        if (Take('\r'))
        {
            Take('\n');
        }
        else if (!Take('\n') && Peek() >= 0)
        {
            throw new BrokenTableException(Row, Place(cells.Count), $"Something stands after the closing quotation mark. Write a quotation mark inside a text twice: \"\"");
        }

        return cells;
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_buffer);
        _buffer = [];
        text.Dispose();
    }

    private string Plain()
    {
        while (true)
        {
            var left = _buffer.AsSpan(_at, _end - _at);
            var stop = left.IndexOfAny(Separator, '\r', '\n');
            if (stop >= 0)
            {
                var whole = _cell.Length == 0 ? left[..stop].ToString() : Append(left[..stop]).ToString();
                _at += stop;
                Count(whole.Length);
                _cell.Clear();
                return whole;
            }

            Append(left);
            Count(0);
            _at = _end;
            if (Peek() < 0)
            {
                return Taken();
            }
        }
    }

    private string Quoted(int column)
    {
        var row = Row;
        _at++;
        while (true)
        {
            var left = _buffer.AsSpan(_at, _end - _at);
            var stop = left.IndexOf('"');
            Append(stop < 0 ? left : left[..stop]);
            Count(0);
            _at = stop < 0 ? _end : _at + stop + 1;
            if (stop < 0)
            {
                if (Peek() < 0)
                {
                    throw new BrokenTableException(row, Place(column), $"The quotation mark that opens here is never closed. The file is cut off, or a quotation mark is missing. Write a quotation mark inside a text twice: \"\"");
                }
            }
            else if (Peek() == '"')
            {
                _cell.Append('"');
                _at++;
            }
            else
            {
                return Taken();
            }
        }
    }

    private StringBuilder Append(ReadOnlySpan<char> letters) => _cell.Append(letters);

    private string Taken()
    {
        var cell = _cell.ToString();
        _cell.Clear();
        Count(cell.Length);
        return cell;
    }

    private void Count(int letters)
    {
        _inRow += letters;
        if (_cell.Length > TableFile.MostLetters || _inRow > MostInRow)
        {
            throw new BrokenTableException(Row, null, $"This row is longer than any that can be taken in. A quotation mark may be missing in it, or the file is something else");
        }
    }

    private int Peek()
    {
        if (_at == _end)
        {
            (_at, _end) = (0, text.ReadBlock(_buffer, 0, BufferLetters));
        }

        return _end == 0 ? -1 : _buffer[_at];
    }

    private bool Take(char letter)
    {
        if (Peek() != letter)
        {
            return false;
        }

        _at++;
        return true;
    }

    private static string Place(int column) => column.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
