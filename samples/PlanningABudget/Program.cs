// A worked plan for one million dollars of H100 time, from the wishes to a decision page: every figure of README.md.
//   dotnet run --project samples/PlanningABudget
using System;
using System.IO;
using PlanningABudget;
using ScalingAnalyzers.Reports;

Console.Write(Report.Text());

string page = Path.Combine(AppContext.BaseDirectory, "plan.html");
ScalingReport.Write(page, DecisionPage.Content());
Console.Error.WriteLine(page);
