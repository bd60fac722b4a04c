using System.ComponentModel.DataAnnotations;
using RaidDocs.Domain.Papers;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Papers;

/// <summary>What may be put right later about every file.</summary>
public abstract class PaperForm
{
    [Required(ErrorMessage = "Enter what it is, like \"Court order of the first hearing\"")]
    [Display(Name = "What is it?")]
    public string? Title { get; set; }

    [Display(Name = "When was it written or made?")]
    public DateBoxes MadeOn { get; set; } = new();

    [Display(Name = "Whom is it about?")]
    public List<string> Women { get; set; } = [];

    [Display(Name = "A woman can be seen or heard in it")]
    public bool ShowsHer { get; set; }

    [Display(Name = "Mark that a court gave it")]
    public string? CourtMark { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "Note")]
    public string? Note { get; set; }
}

/// <summary>What is said of a file when it is given. The file itself comes last in the form.</summary>
public sealed class UploadForm : PaperForm
{
    [Display(Name = "Who gave it?")]
    public string? ReceivedFrom { get; set; }

    [Display(Name = "How did it come to us?")]
    public ReceivedHow ReceivedHow { get; set; }

    [Display(Name = "When did it come to us?")]
    public DateBoxes ReceivedOn { get; set; } = new();

    [Display(Name = "With what was it made or sent?")]
    public string? Device { get; set; }

    /// <summary>Code of a source that it is.</summary>
    [Display(Name = "Which source is it?")]
    public string? Source { get; set; }

    /// <summary>The testimony that it is a record of; comes with the address of the form.</summary>
    public Guid? Testimony { get; set; }

    /// <summary>The answer of which it is the signed form.</summary>
    public Guid? Consent { get; set; }

    /// <summary>Only to point to: what is wrong with the file is told beside it.</summary>
    public string? File { get; set; }

    public Guid Number { get; set; } = Guid.CreateVersion7();
}

/// <summary>What is said of a copy that was made outside.</summary>
public sealed class CopyForm
{
    [Required]
    [Display(Name = "What was done?")]
    public CopyKind? Kind { get; set; }

    [Required(ErrorMessage = "Enter what it is, like \"Court order, names made unreadable\"")]
    [Display(Name = "What is it?")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Enter the program or the person that made the copy")]
    [Display(Name = "With which program, or by whom?")]
    public string? Tool { get; set; }

    [Display(Name = "With which settings?")]
    public string? ToolSettings { get; set; }

    [Display(Name = "A woman can be seen or heard in it")]
    public bool ShowsHer { get; set; }

    [DataType(DataType.MultilineText)]
    [Display(Name = "Note")]
    public string? Note { get; set; }

    /// <summary>Only to point to: what is wrong with the file is told beside it.</summary>
    public string? File { get; set; }

    public Guid Number { get; set; } = Guid.CreateVersion7();
}

/// <summary>A description that is put right.</summary>
public sealed class DescribeForm : PaperForm
{
    public Guid Version { get; set; }
}
