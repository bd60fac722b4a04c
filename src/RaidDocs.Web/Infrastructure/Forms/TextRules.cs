using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using RaidDocs.Domain.Common;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>The limits of every text of every form, so that no form can forget them. What was typed is never changed.</summary>
internal sealed class TextRules : IModelValidatorProvider
{
    public const int Line = 200;
    public const int LongText = 20_000;

    private static readonly Rule OneRule = new();

    public void CreateValidators(ModelValidatorProviderContext context)
    {
        if (context.ModelMetadata.ModelType == typeof(string))
        {
            context.Results.Add(new ValidatorItem { Validator = OneRule, IsReusable = true });
        }
    }

    private static int Most(ModelMetadata field)
    {
        var attributes = (field as DefaultModelMetadata)?.Attributes.PropertyAttributes;
        return attributes?.OfType<LettersAttribute>().FirstOrDefault()?.Most
            ?? (IsLong(field) ? LongText : Line);
    }

    internal static bool IsLong(ModelMetadata field) => field.DataTypeName == "MultilineText";

    private sealed class Rule : IModelValidator
    {
        public IEnumerable<ModelValidationResult> Validate(ModelValidationContext context)
        {
            if (context.Model is not string { Length: > 0 } text)
            {
                yield break;
            }

            var texts = Texts.Shared;
            // One of a list of texts has no name of its own.
            var name = context.ModelMetadata.PropertyName is null ? texts["this answer"] : context.ModelMetadata.GetDisplayName();
            if (PlainText.HasControls(text))
            {
                yield return new ModelValidationResult("", texts["Remove the control characters from {0}", name]);
            }

            var most = Most(context.ModelMetadata);
            // A letter is at least one char, so short texts need no counting.
            if (text.Length > most && PlainText.Letters(text) is var letters && letters > most)
            {
                yield return new ModelValidationResult("", texts["{0} can have {1} letters. This has {2}", name, most, letters]);
            }
        }
    }
}
