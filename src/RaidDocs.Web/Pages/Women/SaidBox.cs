using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;
using RaidDocs.Web.Infrastructure;
using RaidDocs.Web.Infrastructure.Forms;

namespace RaidDocs.Web.Pages.Women;

/// <summary>Her answer in words, or why there is none.</summary>
public sealed class SaidBox
{
    [DataType(DataType.MultilineText)]
    [Display(Name = "Her answer")]
    public string? Text { get; set; }

    [Display(Name = "Or why not")]
    public Gap? Gap { get; set; }

    public static SaidBox Of(Said? said) => new() { Text = said?.Text, Gap = said?.Gap };

    public Said? Read(ModelStateDictionary state, string key)
    {
        if (Gap is { } gap)
        {
            if (!string.IsNullOrWhiteSpace(Text))
            {
                state.AddModelError(key + ".Text", Texts.Shared["Write her answer or choose why there is none, not both"]);
            }

            return Said.Read(Gaps.Phrase(gap));
        }

        return Said.Read(Text.Kept());
    }
}
