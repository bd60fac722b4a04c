using Microsoft.AspNetCore.Mvc.ModelBinding;
using RaidDocs.Domain.Reference;
using RaidDocs.Web.Infrastructure;

namespace RaidDocs.Web.Pages.Raids;

internal static class ListKeys
{
    /// <summary>Refuses what is not in the list: a form offers nothing else.</summary>
    public static void CheckKeys(this ModelStateDictionary state, ReferenceLists lists, string list, string field, params IEnumerable<string?> keys)
    {
        if (keys.Any(key => !string.IsNullOrEmpty(key) && lists.Find(list, key) is null))
        {
            state.AddModelError(field, Texts.Shared["Choose one of the list"]);
        }
    }
}
