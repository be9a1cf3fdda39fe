using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Architectures;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Hardware;

namespace ScalingAnalyzers.Checks;

/// <summary>SCALE909: a law, an accelerator or a family whose name is almost known.</summary>
internal sealed class NameAlmostRead : RunCheck
{
    public override Rule Rule => RuleTable.NameAlmostRead;

    public override IEnumerable<Finding> Check(ConfigRun run)
    {
        if (run.UnknownLaw is { Content: string law } unknownLaw
            && AlmostRead.Text(law, run.Options.Laws.All.Select(one => one.Id), digitsCount: true) is { } id)
        {
            yield return Text(run.Name, unknownLaw, "law", law, id);
        }

        // A custom chip with a peak of its own may have any name.
        if (run.UnknownAccelerator is { Content: string chip } unknownChip && run.Declared.PeakFlopsPerSecond is null
            && AlmostRead.Text(chip, Accelerators.All.Select(one => one.Name), digitsCount: false) is { } name)
        {
            yield return Text(run.Name, unknownChip, "accelerator", chip, name);
        }

        if (run.Config.FamilyText is { } written && run.Family is { } type && !ModelFamilies.TryGet(type, out _)
            && ModelFamilies.Meant(type) is { } family)
        {
            yield return Text(run.Name, written, "family", type, family);
        }
    }

    /// <summary>A member that plays no role and is named almost like one that does.</summary>
    public static Finding Member(string run, ConfigValue member, string meant, ConfigRole role) => new(
        RuleTable.NameAlmostRead, run, 0, ("name", member.Name), ("meant", meant), ("role", role.ToString()))
    {
        At = Finding.Values(member),
        Concerns = Finding.Values(member),
        Data = new FindingData().With(FindingKeys.Meant, meant).With(FindingKeys.Role, role.ToString()),
        Fixes = [new FindingFix(FixKind.DeclareRole, "Mark it [ConfigMember(ConfigRole." + role + ")]: it is read as '" + meant + "'")],
    };

    /// <summary>A key, metadata or option that is named almost like one that is read.</summary>
    public static Finding Key(string run, string kind, string name, string meant, ConfigValue? at = null) => new(
        RuleTable.NameAlmostRead, run, 2, ("kind", kind), ("name", name), ("meant", meant))
    {
        At = Finding.Values(at),
        Data = new FindingData().With(FindingKeys.Meant, meant),
    };

    private static Finding Text(string run, ConfigValue at, string kind, string name, string meant) => new(
        RuleTable.NameAlmostRead, run, 1, ("kind", kind), ("name", name), ("meant", meant))
    {
        At = Finding.Values(at),
        Concerns = Finding.Values(at),
        Data = new FindingData().With(FindingKeys.Meant, meant),
        Fixes =
        [
            new FindingFix(FixKind.UseKnownName, "Use " + meant,
                new FindingEdit(at.Name, at.Source, double.NaN, EditForm.Text, meant)),
        ],
    };
}
