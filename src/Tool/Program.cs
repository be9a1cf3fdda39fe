using System;

namespace ScalingAnalyzers.Tool;

/// <summary>The command `scaling`.</summary>
internal static class Program
{
    /// <summary>Runs one command line.</summary>
    /// <returns>0 done, 1 the gate of a check is not met, 2 the command could not run.</returns>
    public static int Main(string[] args)
    {
        // Console sends the escapes of the keypad mode to a terminal when it is first used, unless it has none.
        if (Terminal.WantsNoEscapes) Environment.SetEnvironmentVariable("TERM", "dumb");
        return CommandLine.Run(args, new Terminal(Console.Out, Console.Error));
    }
}
