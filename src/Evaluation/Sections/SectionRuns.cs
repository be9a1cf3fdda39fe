using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Configuration;

namespace ScalingAnalyzers.Evaluation;

/// <summary>A run of a section, and the keys in it that are almost read.</summary>
internal sealed record SectionRun(OptionsSection Section, SourceRun Source, IReadOnlyList<AlmostReadKey> AlmostRead)
{
    /// <summary>The names of the section that were found, for a message; empty where it has none.</summary>
    public string Names => string.Join(", ", Section.Entries.Select(entry => entry.Head).Distinct(StringComparer.Ordinal).Take(8));
}

/// <summary>From a section of a settings file and the project's item of it to a run.</summary>
internal static class SectionRuns
{
    /// <summary>The run of one section; one without values where the section has a problem.</summary>
    public static SectionRun Of(string path, OptionsSection section, ScalingConfigItem item, string name, RunOptions options)
    {
        var values = new ConfigValues();
        var places = new PlaceTable();
        var reader = new SectionReader(path, places);
        JsonRuns.AddDeclared(values, item);
        reader.Add(values, section.Entries);
        return new SectionRun(
            section, new SourceRun(ConfigRun.Of(name, CheckedConfig.Of(values), options.Checks), places), reader.AlmostRead);
    }
}
