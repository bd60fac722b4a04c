using System.Text.RegularExpressions;
using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Disclosure;
using RaidDocs.Web.Tests.Infrastructure;

namespace RaidDocs.Web.Tests.Access;

/// <summary>Everything that leaves as a file or a document passes the gate, or stands here with the reason why not.</summary>
public sealed partial class OutputsTests
{
    private static readonly Dictionary<string, string> WithoutGate = new(StringComparer.Ordinal)
    {
        ["Printing/ChromiumPrinter.cs"] = "prints what it is given",
        ["Printing/IPdfPrinter.cs"] = "prints what it is given",
        ["Printing/SentencePictures.cs"] = "pictures of the family page's own sentences",
        ["Printing/DocumentServices.cs"] = "fonts and the style sheet",
        ["Hosting/SetupToken.cs"] = "the token of the first start, in the data folder",
        ["Infrastructure/Throttle.cs"] = "counts of tries, in the data folder",
        ["Pages/Dates/CalendarFeed.cs"] = "codes and words of closed lists, for the person herself",
        ["Pages/Dates/CalendarText.cs"] = "writes what it is given",
        ["Hosting/Family/FamilyServices.cs"] = "capsules of the family page: what she allows her family to read",
        ["CommandLine/FamilyPictureVerbs.cs"] = "pictures of the family page's own sentences",
        ["Pages/Admin/Audit/Index.cshtml.cs"] = "the log: ids only",
        ["Pages/Admin/Importing/Index.cshtml.cs"] = "empty tables",
        ["Pages/Admin/Importing/Details.cshtml.cs"] = "what is wrong in the file that she sent herself, for her alone",
        ["Pages/Women/Consents/Recall.cshtml.cs"] = "a letter that tells of no woman",
        ["Pages/Papers/OpenedPaper.cs"] = "a file of the record for whoever of the team may read it: each opening is in the log",
        ["Pages/CaseFiles/BundleBook.cs"] = "binds what BundleWriter wrote from what the gate let through",
        ["Hosting/Backups/BackupSchedule.cs"] = "the mark of a folder for sealed backups: a random id",
        ["Hosting/Backups/BackupCheck.cs"] = "the slots of a sealed backup, beside what is checked of it",
        ["Pages/Admin/CopyRecord.cshtml.cs"] = "the whole record for a store of the same house, when two agreed",
        ["CommandLine/ExportVerb.cs"] = "the whole record for a store of the same house, by whoever holds its key",
        ["CommandLine/CaseVerbs.cs"] = "the whole record for a store of the same house, by whoever holds its key",
    };

    [Fact]
    public void Whatever_makes_a_document_takes_what_the_gate_let_through()
    {
        var outputs = WebSources().Where(source => Makes().IsMatch(source.Value)).ToDictionary();

        Assert.True(outputs.Count > WithoutGate.Count);
        Assert.All(outputs.Where(output => !WithoutGate.ContainsKey(output.Key)), output => Assert.Contains("Disclos", output.Value, StringComparison.Ordinal));
        Assert.All(WithoutGate.Keys, path => Assert.Contains(path, outputs.Keys));
    }

    [Fact]
    public void Only_the_gate_makes_what_documents_are_written_from()
    {
        Assert.Empty(typeof(Disclosed).GetConstructors());
        Assert.DoesNotContain(typeof(Disclosed).GetProperties(), property => property.SetMethod is { IsPublic: true });
        Assert.DoesNotContain(typeof(CaseExport).GetMethods(), method => method.Name == "ReadCaseAsync");
        Assert.Equal(["CommandLine/CaseVerbs.cs"], WebSources().Where(source => source.Value.Contains("CopyCaseAsync", StringComparison.Ordinal)).Select(source => source.Key));
    }

    private static Dictionary<string, string> WebSources()
    {
        var root = Path.Combine(Repository.Root, "src", "RaidDocs.Web");
        return Repository.Sources(".cs").Where(file => file.StartsWith(root, StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText);
    }

    [GeneratedRegex(@"\bPrintAsync\(|(?<![\w.])File\(|Results\.(File|Bytes)|SafeFile\.Write|""application/pdf""|text/csv|text/calendar|CalendarText\.Write|FileContentResult|FileStreamResult|text/html; charset|renderer\.RenderAsync|ZipAsync\(|RecordExport\(")]
    private static partial Regex Makes();
}
