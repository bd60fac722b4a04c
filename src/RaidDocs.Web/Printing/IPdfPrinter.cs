namespace RaidDocs.Web.Printing;

/// <summary>A document as HTML, given the page each heading fell on. None is known on the first pass.</summary>
public delegate Task<string> PrintHtml(IReadOnlyDictionary<string, int> pages);

/// <summary>Turns print HTML into a PDF. Where there is no browser to do it, the reader prints the same page from hers.</summary>
public interface IPdfPrinter
{
    bool IsAvailable { get; }

    /// <exception cref="PrintFailedException">With a sentence for the reader.</exception>
    Task<byte[]> PrintAsync(PrintHtml document, CancellationToken cancellationToken);

    /// <summary>Forgets all that was printed: when the vault locks, nothing of a document stays in memory.</summary>
    void Close();
}

/// <summary>There is no PDF. The message is a sentence for the reader.</summary>
public sealed class PrintFailedException(string message, Exception? inner = null) : Exception(message, inner);
