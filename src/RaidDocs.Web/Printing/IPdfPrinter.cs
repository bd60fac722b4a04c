using RaidDocs.Documents.Common;

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
    Task<byte[]> PrintAsync(Func<Task<string>> document, CancellationToken cancellationToken) => PrintAsync(document, PrintExtras.None, cancellationToken);

    /// <summary>The same, with what a document needs that is a part of a larger one.</summary>
    /// <exception cref="PrintFailedException">With a sentence for the reader.</exception>
    Task<byte[]> PrintAsync(Func<Task<string>> document, PrintExtras extras, CancellationToken cancellationToken);

    /// <summary>Forgets all that was printed: when the vault locks, nothing of a document stays in memory.</summary>
    void Close();
}

/// <summary>What a document needs that is a part of a larger one.</summary>
/// <param name="Pictures">By the path under which the document names them, as /picture/E7.</param>
/// <param name="Numbers">
/// From the page of each linked heading in this document to the numbers to print, by id; null prints the pages themselves.
/// </param>
public sealed record PrintExtras(IReadOnlyDictionary<string, PrintAsset> Pictures, Func<IReadOnlyDictionary<string, int>, IReadOnlyDictionary<string, int>>? Numbers = null)
{
    public static PrintExtras None { get; } = new(new Dictionary<string, PrintAsset>());
}

/// <summary>There is no PDF. The message is a sentence for the reader.</summary>
public sealed class PrintFailedException(string message, Exception? inner = null) : Exception(message, inner);
