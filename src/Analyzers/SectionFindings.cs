using System.Linq;
using ScalingAnalyzers.Checks;
using ScalingAnalyzers.Configuration;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Analyzers;

/// <summary>What is reported of a section of a settings file: its run's findings, keys that are almost read, and
/// SCALE908 where nothing is read.</summary>
internal static class SectionFindings
{
    public static void Tell(string path, SectionRun section, ScalingConfigItem item, FileTeller teller)
    {
        var run = section.Source.Run;
        if (section.Section.Problem is { } problem)
        {
            teller.Tell(NotAssessed(path, section, problem.Message, problem.Position));
            return;
        }

        teller.Tell(RunChecks.Of(run, RuleScope.File));
        teller.Tell(section.AlmostRead.Where(almost => run.Config.Find(almost.Role) is null)
            .Select(almost => NameAlmostRead.Key(run.Name, "key", almost.At.Name, almost.Meant, almost.At)));
        teller.Tell(item.AlmostRead.Where(almost => almost.Role == ConfigRole.None || run.Config.Find(almost.Role) is null)
            .Select(almost => NameAlmostRead.Key(run.Name, "metadata", almost.Name, almost.Meant)));
        teller.Tell(ReaderFindings.NotKnown(section.Source));
        if (ReaderFindings.HasEffect(run)) return;
        teller.Tell(NotAssessed(path, section, "nothing in its section '" + section.Section.Key
            + "' is read as parameters, tokens, steps, a model or a budget (docs/members.md lists the names); it has " + section.Names,
            section.Section.Entries[0].Node.NamePosition));
    }

    // A section that is missing has no place in its file.
    private static Finding NotAssessed(string path, SectionRun section, string problem, TextPosition position) =>
        new(RuleTable.NoEffect, section.Source.Run.Name, 4, ("problem", problem))
        {
            At = position.Line == 0 ? [] : Finding.Values(new ConfigValue(ConfigRole.None, "", (object?)null, 1,
                section.Source.Places.Add(ValuePlace.OfFile(JsonRuns.LocationOf(path, position), isEditable: false)))),
        };
}
