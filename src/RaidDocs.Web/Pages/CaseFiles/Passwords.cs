using System.Security.Cryptography;

namespace RaidDocs.Web.Pages.CaseFiles;

/// <summary>Passwords to be told over the phone: no letter or digit that sounds or looks like another.</summary>
internal static class Passwords
{
    private const string Signs = "abcdefghkmnprstuvwxyz23456789";
    private const int Groups = 4;
    private const int InAGroup = 5;

    /// <summary>20 signs of 29, some 97 bits: "kv3pm-a8x2r-...".</summary>
    public static string Next() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Signs, InAGroup)));
}
