namespace RaidDocs.Web.Printing;

/// <summary>Turns print HTML into a PDF. Where there is no browser to do it, the reader prints the same page from hers.</summary>
public interface IPdfPrinter
{
    bool IsAvailable { get; }

    /// <summary>
    /// The document is made as HTML while the browser starts. Each element with data-page-of, the id of a heading, gets the
    /// number of the page which that heading falls on; two digits in it keep its place.
    /// </summary>
    /// <exception cref="PrintFailedException">With a sentence for the reader.</exception>
    Task<byte[]> PrintAsync(Func<Task<string>> document, CancellationToken cancellationToken);

    /// <summary>Forgets all that was printed: when the vault locks, nothing of a document stays in memory.</summary>
    void Close();
}

/// <summary>There is no PDF. The message is a sentence for the reader.</summary>
public sealed class PrintFailedException(string message, Exception? inner = null) : Exception(message, inner);
