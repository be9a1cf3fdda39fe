using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>The classes that the runs of a class of plans get: their members' names, but none that a constant has, and
/// each given once.</summary>
internal static class PlanNames
{
    public static IReadOnlyList<string> Of(IEnumerable<string> members)
    {
        string[] names = members.ToArray();
        var taken = new HashSet<string>(names, StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            string name = ConfigNames.Free(names[i]);
            if (name == names[i]) continue;
            while (!taken.Add(name)) name += "_";
            names[i] = name;
        }

        return names;
    }
}
