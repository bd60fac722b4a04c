using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>How every form is read: the texts' limits, whole numbers, and our own sentences instead of the framework's.</summary>
internal static class FormRules
{
    public static void AddTo(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new WholeNumberBinder());
        options.ModelValidatorProviders.Add(new TextRules());
        options.ModelMetadataDetailsProviders.Add(new RequiredSentence());
        options.Filters.Add<RuleFailureFilter>();
        options.Filters.Add<KnownHandlers>();
        // Whether an answer is needed is said by [Required], not by a question mark in the code.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var texts = Texts.Shared;
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, name) => texts["Choose an answer for \"{0}\"", name]);
        messages.SetUnknownValueIsInvalidAccessor(name => texts["Choose an answer for \"{0}\"", name]);
        messages.SetMissingBindRequiredValueAccessor(name => texts["Enter an answer for \"{0}\"", name]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["Choose an answer"]);
        messages.SetValueIsInvalidAccessor(_ => texts["Choose an answer"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["Choose an answer"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Choose an answer"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Choose an answer"]);
        messages.SetValueMustBeANumberAccessor(name => texts["{0} must be a whole number, like 17", name]);
    }

    private sealed class RequiredSentence : IValidationMetadataProvider
    {
        private static readonly string EnterIt = Texts.Text("Enter an answer for \"{0}\"");
        private static readonly string ChooseIt = Texts.Text("Choose an answer for \"{0}\"");

        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var required in context.ValidationMetadata.ValidatorMetadata.OfType<RequiredAttribute>())
            {
                required.ErrorMessage ??= context.Key.ModelType == typeof(string) ? EnterIt : ChooseIt;
            }
        }
    }
}
