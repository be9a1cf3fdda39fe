using System;
using ScalingAnalyzers;
using ScalingRun;

// Constants of the planned run, computed by the compiler: a change in OurRun.cs changes them.
Console.WriteLine(OurRun.Estimates.Summary);
Console.WriteLine(Quantity.Format(OurRun.Estimates.WallClockDays) + " days, "
    + Quantity.Format(OurRun.Estimates.Cost) + " dollars");
