using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Vault;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Vault;

/// <summary>A new passphrase for the vault, typed twice.</summary>
public class PassphraseForm
{
    [Required(ErrorMessage = "Enter a passphrase for the vault")]
    [DataType(DataType.Password)]
    [Display(Name = "Vault passphrase")]
    public string? Passphrase { get; set; }

    [Required(ErrorMessage = "Enter the vault passphrase a second time")]
    [DataType(DataType.Password)]
    [Display(Name = "The same again")]
    public string? Again { get; set; }

    /// <summary>The passphrase, if both are there and the same, and all else is right.</summary>
    internal string? Read(ModelStateDictionary state, Texts texts)
    {
        if (Passphrase is not null && Again is not null)
        {
            Compare(Passphrase, Again, state, texts);
        }

        return state.IsValid ? Passphrase : null;
    }

    internal static void Compare(string? one, string? again, ModelStateDictionary state, Texts texts)
    {
        if (Secrets.Passphrase(one ?? "") != Secrets.Passphrase(again ?? ""))
        {
            state.AddModelError("Form.Again", texts["The two are not the same. Type the vault passphrase again"]);
        }
    }
}

/// <summary>One word of a new sheet, typed back.</summary>
public sealed class SheetForm
{
    [Required(ErrorMessage = "Enter the word that was asked for")]
    [StringLength(40, ErrorMessage = "Enter one word")]
    public string? Word { get; set; }

    internal bool Read(ModelStateDictionary state, Texts texts, Func<string?, bool> isAsked)
    {
        Check(Word, state, texts, isAsked);
        return state.IsValid;
    }

    internal static void Check(string? word, ModelStateDictionary state, Texts texts, Func<string?, bool> isAsked)
    {
        if (state.IsValid && !isAsked(word))
        {
            state.AddModelError("Form.Word", texts["This is not that word. Look at the number before it"]);
        }
    }
}
