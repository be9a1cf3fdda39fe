using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Tests;

/// <summary>Programs that others wrote against this reading: what is generated for them is what they compute. They lie
/// beside the checkout, or nowhere.</summary>
public class AbusedProgramsTests
{
    private static readonly string? Path = Programs();

    [Fact]
    public async Task Constants_equal_what_the_program_computes()
    {
        Assert.SkipUnless(Path is not null,
            "the programs are not beside the checkout; EffectForms and OddForms have every kind in our own words");
        var wrong = new List<string>();
        int run = 0, constants = 0;
        foreach (string program in File.ReadAllText(Path!).Split("//// ", StringSplitOptions.RemoveEmptyEntries))
        {
            if (await ConstantsAgainstTheProgram.Compare(
                program.Substring(program.IndexOf('\n', StringComparison.Ordinal))) is not { } compared) continue;
            run++;
            constants += compared.Constants;
            wrong.AddRange(compared.Wrong.Select(line => line + " in " + program));
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(run > 40, $"only {run} programs compile");
        Assert.True(constants > run, $"only {constants} constants of {run} programs");
        Console.Error.WriteLine($"{run} programs, {constants} constants");
    }

    private static string? Programs()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = System.IO.Path.Combine(folder.FullName, "shared", "data", "abuse", "programs.txt");
            if (File.Exists(path)) return path;
        }

        return null;
    }
}
