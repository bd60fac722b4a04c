using RaidDocs.Domain.Cases;
using RaidDocs.Domain.Consents;
using RaidDocs.Domain.Papers;

namespace RaidDocs.Domain.Disclosure;

// Which files may leave. A file cannot be made coarser by a program, so it leaves whole or not at all.
public static partial class DisclosureGate
{
    private sealed partial class Passing
    {
        // Who may have a file with her in it that her own answer does not name: her team, her lawyer, the court of her case.
        private bool IsOfHerCase => audience is Audience.Team or Audience.Lawyer or Audience.Court;

        /// <summary>
        /// A file leaves only if each woman it is about allows it, and the woman whose words it records. Where she can be seen or
        /// heard, those outside her case need her yes to that as well, and her taking it back closes the file to all. A file about
        /// nobody follows the audience: who is not told places and days gets redacted copies only. Signed forms stay with the team
        /// and the lawyer.
        /// </summary>
        private List<EvidenceInCase> Files()
        {
            var forms = whole.Women.SelectMany(woman => woman.Consents).SelectMany(answer => answer.Forms).ToHashSet(StringComparer.Ordinal);
            var allowed = new List<EvidenceInCase>();
            foreach (var file in whole.Evidence)
            {
                if (WhyNot(file, forms) is { } missing)
                {
                    _leftOut.Add(missing with { Kind = LeftOutKind.File, Which = file.Code });
                    continue;
                }

                allowed.Add(file);
            }

            var codes = allowed.Select(file => file.Code).ToHashSet(StringComparer.Ordinal);
            return [.. allowed.Select(file => Coarse(file, codes))];
        }

        private LeftOut? WhyNot(EvidenceInCase file, HashSet<string> forms)
        {
            LeftOut NotForThem(LeftOutReason reason) => new(LeftOutKind.File, file.Code, reason);
            if (forms.Contains(file.Code) && audience is not (Audience.Team or Audience.Lawyer))
            {
                return NotForThem(LeftOutReason.NotForThisAudience);
            }

            if (!audience.SeesPlaces() && file.Copy != CopyKind.Redacted)
            {
                return NotForThem(LeftOutReason.NotForThisAudience);
            }

            var told = file.Testimony is null ? null : whole.Testimonies.Single(one => one.Code == file.Testimony);
            if (told is not null && WhyNot(told) is { } reason)
            {
                return NotForThem(reason);
            }

            return file.Women.Concat(told?.Woman is { } speaker ? [speaker] : []).Distinct()
                .Select(code => Against(whole.Women.Single(woman => woman.Code == code), file, told))
                .FirstOrDefault(missing => missing is not null);
        }

        // A recording cannot leave out a passage.
        private LeftOutReason? WhyNot(TestimonyInCase told)
        {
            if (audience == Audience.Team)
            {
                return null;
            }

            return told switch
            {
                { Woman: null } => LeftOutReason.NobodyToAsk,
                _ when told.Passages.Exists(passage => passage.NotForDisclosure) => LeftOutReason.NotForDisclosure,
                _ when !audience.SeesMarkedPassages() && told.Passages.Exists(passage => passage.IdentifiesHer) => LeftOutReason.IdentifiesHer,
                _ when !audience.SeesMarkedPassages() && told.Passages.Exists(passage => passage.SexualDetail) => LeftOutReason.SexualDetail,
                _ => null,
            };
        }

        private LeftOut? Against(WomanInCase woman, EvidenceInCase file, TestimonyInCase? told)
        {
            var hers = new WomanConsents(woman, forWhom, today);
            var words = told?.Woman == woman.Code ? told.Code : null;
            if (file.ShowsHer && (hers.StateOf(Purpose.PictureOrVoice) == ConsentState.TakenBack || !IsOfHerCase)
                && hers.Missing([Purpose.PictureOrVoice], words) is { } unseen)
            {
                return unseen;
            }

            if (audience == Audience.Team)
            {
                return words is not null || hers.StateOf(Purpose.Keep) is ConsentState.No or ConsentState.TakenBack ? hers.Missing([Purpose.Keep], words) : null;
            }

            return hers.Missing(NeededConsent.For(Surface.Bundle, audience), words);
        }

        private EvidenceInCase Coarse(EvidenceInCase file, HashSet<string> codes)
        {
            // A copy that leaves must not name an original that does not.
            var kept = file with { Parent = file.Parent is { } parent && codes.Contains(parent) ? parent : null };
            return audience.SeesHerself() ? kept : kept with
            {
                ReceivedFrom = null,
                Device = null,
                Note = null,
                ToolSettings = null,
                MadeOn = audience.SeesDays() ? file.MadeOn : Month(file.MadeOn),
                ReceivedOn = audience.SeesDays() ? file.ReceivedOn : Month(file.ReceivedOn),
                File = file.File with { OriginalName = null },
                Women = audience.SeesEachWoman() ? file.Women : [],
                Testimony = null,
            };
        }
    }
}
