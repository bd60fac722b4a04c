using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Common;

namespace RaidDocs.Web.Infrastructure.Forms;

/// <summary>Reads whole numbers in the digits of any script, and refuses "1.5" and "1,5" instead of guessing.</summary>
internal sealed class WholeNumberBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(int) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        var state = bindingContext.ModelState;
        state.SetModelValue(bindingContext.ModelName, given);
        var name = bindingContext.ModelMetadata.GetDisplayName();
        if (string.IsNullOrWhiteSpace(given.FirstValue))
        {
            if (bindingContext.ModelMetadata.IsNullableValueType)
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }
            else
            {
                state.TryAddModelError(bindingContext.ModelName, Texts.Shared["Enter an answer for \"{0}\"", name]);
            }
        }
        else if (Digits.TryWhole(given.FirstValue, out var number))
        {
            bindingContext.Result = ModelBindingResult.Success(number);
        }
        else
        {
            state.TryAddModelError(bindingContext.ModelName, Texts.Shared["{0} must be a whole number, like 17", name]);
        }

        return Task.CompletedTask;
    }
}
